import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HeldBack, ResourceCount } from '#domain/data-sources/data-sources.contract';
import { clinicDate } from '../../ui/clinic-time/clinic-time';

/** What could not be used: why, and what it keeps out of the figures. Nothing is lost. */
@Component({
  selector: 'app-held-back-table',
  imports: [RouterLink],
  templateUrl: './held-back-table.html',
  styleUrl: './held-back-table.css',
})
export class HeldBackTable {
  readonly heldBack = input.required<readonly HeldBack[]>();
  readonly counts = input.required<readonly ResourceCount[]>();
  readonly now = input.required<string>();
  readonly timeZone = input.required<string>();
  /** Records hold clients: whoever runs the connections does not open them. */
  readonly recordsOpen = input.required<boolean>();

  protected readonly total = computed(() => sum(this.heldBack().map(({ count }) => count)));
  protected readonly received = computed(() => sum(this.counts().map(({ received }) => received)));
  protected readonly rows = computed(() =>
    this.heldBack().map((entry) => ({
      entry,
      since: clinicDate(entry.since, this.timeZone(), this.now()),
    })),
  );
}

const sum = (numbers: readonly number[]): string =>
  numbers.reduce((total, number) => total + number, 0).toLocaleString('en-US');
