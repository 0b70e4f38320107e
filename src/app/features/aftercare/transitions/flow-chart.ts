import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Transitions } from '#domain/aftercare/transitions.contract';
import { ChartFrame } from '../../../ui/chart/chart-frame';
import { walkedTo } from '../../../ui/chart/chart-walk';
import { fromTo } from '../../../ui/chart/period-words';
import { formatNumber } from '../../../ui/figure/format-rate';
import { littleRoom } from '../../../ui/chart/little-room';
import { onPaper } from '../../../ui/print/on-paper';
import { casesOfFlow } from './cases-of';
import { FlowCanvas } from './flow-canvas';
import { flowLinks } from './flow-nodes';
import { flowReadings, flowSummary, flowTable, flowTableOnPaper } from './flow-words';

/** From the level at discharge, by how it ended, to where they went and what came of it. */
@Component({
  selector: 'app-flow-chart',
  imports: [ChartFrame, FlowCanvas],
  template: `
    <app-chart-frame
      heading="From level of care to first appointment"
      [subtitle]="subtitle()"
      [summary]="summary()"
      [table]="table()"
      [tableFirst]="isNarrow()"
    >
      <div class="across">
        <div
          class="drawing"
          role="application"
          aria-roledescription="chart"
          tabindex="0"
          aria-label="Flows of discharges. Left and right arrow keys read them, Enter lists the discharges of the one that is read."
          (keydown)="walk($event)"
          (blur)="walked.set(null)"
        >
          @defer (on immediate) {
            <app-flow-canvas
              [links]="links()"
              label="Flows of discharges"
              [walked]="walked()"
              (pointed)="walked.set($event)"
              (chosen)="list($event)"
            />
          } @placeholder {
            <span></span>
          } @error {
            <p class="sub">The drawing could not be loaded. Its numbers stand in the table.</p>
          }
        </div>
      </div>
      <p class="reading" role="status">{{ reading() }}</p>
    </app-chart-frame>
  `,
  styles: `
    .across {
      position: relative;
      overflow-x: auto;
    }
    .drawing {
      position: relative;
      height: 460px;
      /* Two labels fit between two stops. */
      min-width: 900px;
    }
    .reading {
      min-height: 16px;
      font: var(--tl-label);
      color: var(--tl-ink);
    }
    @media print {
      .drawing {
        min-width: 0;
        height: 400px;
      }
      .reading {
        display: none;
      }
    }
  `,
})
export class FlowChart {
  private readonly router = inject(Router);

  readonly found = input.required<Transitions>();

  protected readonly links = computed(() => flowLinks(this.found().flows));
  protected readonly walked = signal<number | null>(null);
  protected readonly table = computed(() =>
    this.paper() ? flowTableOnPaper : flowTable(this.found(), this.links()),
  );
  protected readonly summary = computed(() => flowSummary(this.found(), this.links()));
  protected readonly reading = computed(() => this.readings()[this.walked() ?? -1] ?? '');
  protected readonly subtitle = computed(() => {
    const { discharges, from, to, scope } = this.found();
    return `discharges, n = ${formatNumber(discharges.all)}, ${fromTo(from, to)}, ${scope}; level at discharge, how it ended, destination, first appointment within 30 days`;
  });
  /** On a phone flows are narrower than their names. */
  protected readonly isNarrow = littleRoom();
  private readonly paper = onPaper();
  private readonly readings = computed(() => flowReadings(this.links()));

  /** The discharges of a flow, each one click from its record. */
  protected list(index: number): void {
    const link = this.links()[index];
    if (!link) return;
    void this.router.navigate(['/attendance/cases'], {
      queryParams: casesOfFlow(this.found(), link),
      queryParamsHandling: 'merge',
    });
  }

  protected walk(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const read = this.walked();
    if (event.key === 'Enter' && read !== null) this.list(read);
    const next = walkedTo(event.key, this.walked(), this.readings().length);
    if (next === null) return;
    this.walked.set(next);
    event.preventDefault();
  }
}
