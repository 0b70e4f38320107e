import { computed, effect, inject, type Signal, untracked } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { NewClientEntry } from '#domain/client-progress/client-entry.contract';
import type { NewDisclosure } from '#domain/disclosures/disclosure.contract';
import { accessFeature } from '../../../access/state/access.feature';
import { SiteZone } from '../../../period/site-zone';
import { initialsOf } from '../../../ui/client-name/client-name-text';
import { clinicMoment } from '../../../ui/clinic-time/clinic-time';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { clientProgressFeature } from '../state/client-progress.feature';
import { DisclosuresActions } from '../state/disclosures.actions';
import { disclosuresFeature } from '../state/disclosures.feature';

/** What every page has from which something about a client leaves: read, accounted for, and only then printed. */
export function disclosurePage(clientId: Signal<string>, what: string) {
  const store = inject(Store);
  const [heading, zone, title] = [inject(PageHeading), inject(SiteZone), inject(Title)];
  const client = store.selectSignal(clientProgressFeature.selectProgress);
  const unread = store.selectSignal(clientProgressFeature.selectProblem);
  const found = store.selectSignal(disclosuresFeature.selectFound);
  const notFound = store.selectSignal(disclosuresFeature.selectProblem);
  const writtenId = store.selectSignal(disclosuresFeature.selectWritten);
  const me = store.selectSignal(accessFeature.selectMe);
  const problem = computed(() => unread() ?? notFound());

  effect(() => {
    const shown = { clientId: clientId() };
    untracked(() => store.dispatch(DisclosuresActions.shown(shown)));
  });
  effect(() => {
    const of = client();
    heading.show({
      title: 'Client',
      ...(of && { client: of }),
      scope: what,
      from: { title: 'Caseload', path: '/caseload', asItWas: true },
    });
    if (!of) return;
    zone.show(of.timeZone);
    title.setTitle(`${initialsOf(of)}, ${what.toLowerCase()} · Throughline`);
  });

  return {
    client,
    found,
    problem,
    notInScope: computed(() => ['not-found', 'not-permitted'].includes(problem()?.code ?? '')),
    sending: store.selectSignal(disclosuresFeature.selectSending),
    refused: store.selectSignal(disclosuresFeature.selectRefused),
    besideRefused: store.selectSignal(disclosuresFeature.selectBesideRefused),
    /** The disclosure that covers what is printed now. */
    written: computed(() => found()?.disclosures.find(({ id }) => id === writtenId())),
    mayDisclose: computed(() => {
      const reader = me();
      return reader !== null && mayDo(reader.role, 'outreach:write');
    }),
    at: (instant: string) => clinicMoment(instant, client()?.timeZone ?? 'UTC'),
    /** `beside`: what is written down with it, once it is. */
    submit: (disclosure: NewDisclosure, beside: NewClientEntry | null = null) =>
      store.dispatch(DisclosuresActions.submitted({ clientId: clientId(), disclosure, beside })),
    retry: () => store.dispatch(DisclosuresActions.retryClicked({ clientId: clientId() })),
  };
}
