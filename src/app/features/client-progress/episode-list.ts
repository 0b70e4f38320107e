import { Component, computed, input } from '@angular/core';
import type { ClientEpisode } from '#domain/client-progress/client-progress.contract';
import { clinicDate } from '../../ui/clinic-time/clinic-time';
import { INFERRED_EPISODE } from '../../ui/inferred-episode/inferred-episode';

/** The client's times in the program, newest first. */
@Component({
  selector: 'app-episode-list',
  template: `
    <h2>Episodes</h2>
    <ul>
      @for (row of rows(); track row.episode.id) {
        <li>
          <p class="strong">{{ row.span }}</p>
          <p class="sub">{{ row.episode.program ?? 'program not known' }}, {{ row.level }}</p>
          @if (row.episode.inferred) {
            <p class="label" [title]="inferred.definition">{{ inferred.words }}</p>
          }
          <p class="label dim">{{ row.episode.counselor ?? 'no counselor' }}</p>
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      padding: 6px 0;
      border-bottom: 1px solid var(--tl-line);
    }
  `,
})
export class EpisodeList {
  readonly episodes = input.required<readonly ClientEpisode[]>();
  readonly asOf = input.required<string>();

  protected readonly inferred = INFERRED_EPISODE;
  protected readonly rows = computed(() =>
    this.episodes().map((episode) => ({
      episode,
      level: episode.level ? `level ${episode.level.code}` : 'level not known',
      span: `${this.day(episode.admittedOn)} – ${episode.endedOn ? this.day(episode.endedOn) : 'now'}`,
    })),
  );

  private day(day: string): string {
    return clinicDate(`${day}T12:00:00Z`, 'UTC', this.asOf());
  }
}
