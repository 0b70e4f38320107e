import { A11yModule } from '@angular/cdk/a11y';
import { CdkConnectedOverlay, STANDARD_DROPDOWN_BELOW_POSITIONS } from '@angular/cdk/overlay';
import { Component, effect, type ElementRef, input, output, viewChild } from '@angular/core';

/** A small surface at what opened it. Esc and a click elsewhere close it; the focus goes back. */
@Component({
  selector: 'app-popover',
  imports: [A11yModule, CdkConnectedOverlay],
  template: `
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin()"
      [cdkConnectedOverlayOpen]="true"
      [cdkConnectedOverlayPositions]="positions"
      [cdkConnectedOverlayViewportMargin]="8"
      [cdkConnectedOverlayPush]="true"
      [cdkConnectedOverlayOffsetY]="4"
      (detach)="closed.emit()"
      (overlayOutsideClick)="closeUnlessOnOrigin($event)"
    >
      <div
        #surface
        class="floating"
        role="dialog"
        [attr.aria-label]="label()"
        tabindex="-1"
        cdkTrapFocus
        [cdkTrapFocusAutoCapture]="true"
        cdkFocusInitial
      >
        <ng-content />
      </div>
    </ng-template>
  `,
  styles: `
    .floating {
      max-width: min(440px, calc(100vw - 16px));
      max-height: calc(100vh - 16px);
      overflow-y: auto;
      outline: none;
      font: var(--tl-dense);
      color: var(--tl-ink);
    }
  `,
})
export class Popover {
  readonly origin = input.required<Element>();
  readonly label = input.required<string>();
  readonly closed = output();

  protected readonly positions = STANDARD_DROPDOWN_BELOW_POSITIONS;

  private readonly overlay = viewChild.required(CdkConnectedOverlay);
  private readonly surface = viewChild<ElementRef<HTMLElement>>('surface');

  constructor() {
    // What comes into it later makes it larger: it finds a place for that, within the window.
    effect((onCleanup) => {
      const surface = this.surface()?.nativeElement;
      if (!surface) return;
      const watching = new ResizeObserver(() => this.overlay().overlayRef?.updatePosition());
      watching.observe(surface);
      onCleanup(() => watching.disconnect());
    });
  }

  /** The origin's own click closes too; both together would open it again. */
  protected closeUnlessOnOrigin(event: MouseEvent): void {
    if (!this.origin().contains(event.target as Node)) this.closed.emit();
  }
}
