import { Component, computed, effect, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { mayDo } from '#domain/access/permission';
import type { SettingId } from '#domain/settings/setting';
import type {
  NewSettingValue,
  SettingEntry,
  SupposedValue,
} from '#domain/settings/settings.contract';
import { SETTINGS } from '#domain/settings/settings';
import { valueInWords } from '#domain/settings/value-in-words';
import { accessFeature } from '../../access/state/access.feature';
import { SiteZone } from '../../period/site-zone';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FailedNotice } from '../../ui/page-states/failed-notice';
import { LoadingLines } from '../../ui/page-states/loading-lines';
import { StaleNotice } from '../../ui/page-states/stale-notice';
import { dayWords } from './day-words';
import { ClosureList } from './closure-list';
import { OnCallList } from './on-call-list';
import { SettingTable } from './setting-table';
import { SettingsPageActions } from './state/settings.actions';
import { settingsFeature, type DoneJustNow } from './state/settings.feature';

/** The rules by which everything else is counted and flagged: what holds, since when, and who said so. */
@Component({
  selector: 'app-settings-page',
  imports: [ClosureList, FailedNotice, LoadingLines, OnCallList, SettingTable, StaleNotice],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
})
export class SettingsPage {
  private readonly store = inject(Store);

  protected readonly timeZone = inject(SiteZone).timeZone;
  protected readonly settings = this.store.selectSignal(settingsFeature.selectSettings);
  protected readonly status = this.store.selectSignal(settingsFeature.selectStatus);
  protected readonly problem = this.store.selectSignal(settingsFeature.selectProblem);
  protected readonly stale = this.store.selectSignal(settingsFeature.selectStale);
  protected readonly opened = this.store.selectSignal(settingsFeature.selectOpened);
  protected readonly preview = this.store.selectSignal(settingsFeature.selectPreview);
  protected readonly counting = this.store.selectSignal(settingsFeature.selectCounting);
  protected readonly notCounted = this.store.selectSignal(settingsFeature.selectNotCounted);
  protected readonly saving = this.store.selectSignal(settingsFeature.selectSaving);
  protected readonly done = this.store.selectSignal(settingsFeature.selectDone);
  protected readonly mayWrite = computed(() => {
    const me = this.me();
    return me !== null && mayDo(me.role, 'settings:write');
  });
  protected readonly notSet = computed(() => this.refusedOf('set'));
  protected readonly notWithdrawn = computed(() => this.refusedOf('withdraw'));

  private readonly me = this.store.selectSignal(accessFeature.selectMe);
  private readonly refused = this.store.selectSignal(settingsFeature.selectRefused);

  constructor() {
    const heading = inject(PageHeading);
    inject(SiteZone).show(null);
    this.store.dispatch(SettingsPageActions.opened());
    effect(() => heading.show({ title: 'Settings', scope: this.scope() }));
  }

  protected retry(): void {
    this.store.dispatch(SettingsPageActions.retryClicked());
  }

  protected toggle(setting: SettingId): void {
    const isOpen = this.opened() === setting;
    this.store.dispatch(
      isOpen ? SettingsPageActions.lineClosed() : SettingsPageActions.lineOpened({ setting }),
    );
  }

  protected suppose(supposed: SupposedValue | null): void {
    this.store.dispatch(SettingsPageActions.valueSupposed({ supposed }));
  }

  protected save(value: NewSettingValue): void {
    this.store.dispatch(SettingsPageActions.saveClicked({ value }));
  }

  protected withdraw(entry: SettingEntry): void {
    this.store.dispatch(SettingsPageActions.withdrawClicked({ entry }));
  }

  protected said({ act, entry }: DoneJustNow): string {
    const { name, unit } = SETTINGS[entry.setting];
    const day = dayWords(entry.effectiveOn, this.settings()?.today ?? entry.effectiveOn);
    const what = `${name}: ${valueInWords(entry.value, unit)} from ${day}`;
    return `${act === 'set' ? 'Set' : 'Withdrawn'}. ${what}.`;
  }

  private refusedOf(act: 'set' | 'withdraw') {
    const refused = this.refused();
    return refused?.act === act ? refused.problem : null;
  }

  private scope(): string {
    if (!this.settings()) return '';
    return this.mayWrite() ? 'rules of the organization' : 'rules of the organization, to read';
  }
}
