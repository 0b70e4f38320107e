import { Component, computed, inject, input, output } from '@angular/core';
import type { CaseloadBrief } from '#domain/caseload/brief.contract';
import { InitialsOnly } from '../../../ui/client-name/initials-only';
import { clinicDate, clinicTime } from '../../../ui/clinic-time/clinic-time';
import { newsText } from './news-words';
import { SinceChoice } from './since-choice';

/** What is new since the reader was last here; each line narrows the table to its clients. */
@Component({
  selector: 'app-news-list',
  imports: [SinceChoice],
  template: `
    <div class="head">
      <h2>Since {{ since() }}</h2>
      <app-since-choice
        class="act"
        [since]="brief().since"
        [asOf]="brief().asOf"
        [timeZone]="brief().timeZone"
        (chosen)="narrowed.emit({ since: $event })"
      />
    </div>
    <ul class="lines">
      @for (line of lines(); track line.kind) {
        <li>
          <button
            class="line"
            type="button"
            [attr.aria-pressed]="shown() === line.kind"
            (click)="toggle(line.kind)"
          >
            <b class="number">{{ line.count }}</b>&ngsp;
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <path
                [attr.class]="line.mark.className"
                [attr.d]="line.mark.path"
                [attr.stroke-width]="line.mark.strokeWidth"
              />
            </svg>
            <span>{{ line.words }}</span>&ngsp;
            <span class="who">{{ line.who }}</span>
          </button>
        </li>
      } @empty {
        <li class="sub">Nothing is new since {{ since() }}.</li>
      }
    </ul>
  `,
  styleUrl: './news-list.scss',
})
export class NewsList {
  readonly brief = input.required<CaseloadBrief>();
  /** The kind that the table is narrowed to. */
  readonly shown = input('');
  readonly narrowed = output<Record<string, string>>();

  protected readonly lines = computed(() =>
    this.brief().news.map((line) => newsText(line, this.initialsOnly.on())),
  );
  protected readonly since = computed(() => {
    const { since, asOf, timeZone } = this.brief();
    return `${clinicDate(since, timeZone, asOf)}, ${clinicTime(since, timeZone)}`;
  });

  private readonly initialsOnly = inject(InitialsOnly);

  protected toggle(kind: string): void {
    this.narrowed.emit({ news: this.shown() === kind ? '' : kind });
  }
}
