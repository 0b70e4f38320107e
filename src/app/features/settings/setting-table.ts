import type { ElementRef } from '@angular/core';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
  output,
  untracked,
  viewChildren,
} from '@angular/core';
import type { Problem } from '#domain/problem.contract';
import type { SettingId } from '#domain/settings/setting';
import type {
  NewSettingValue,
  SettingEntry,
  SettingPreview,
  Settings,
  SupposedValue,
} from '#domain/settings/settings.contract';
import { SettingForm } from './setting-form';
import { SettingHistory } from './setting-history';
import { settingLines } from './setting-line';
import { bySubject } from './subjects';

/** Every rule in a sentence, with what holds; one line at a time is open, to be read or changed. */
@Component({
  selector: 'app-setting-table',
  imports: [SettingForm, SettingHistory],
  templateUrl: './setting-table.html',
  styleUrl: './setting-table.css',
})
export class SettingTable {
  readonly settings = input.required<Settings>();
  readonly opened = input.required<SettingId | null>();
  readonly mayWrite = input.required<boolean>();
  readonly timeZone = input.required<string>();
  readonly preview = input.required<SettingPreview | null>();
  readonly counting = input.required<boolean>();
  readonly notCounted = input.required<Problem | null>();
  readonly saving = input.required<boolean>();
  readonly refused = input.required<Problem | null>();
  readonly toggled = output<SettingId>();
  readonly supposed = output<SupposedValue | null>();
  readonly submitted = output<NewSettingValue>();
  readonly withdrawn = output<SettingEntry>();

  protected readonly subjects = computed(() => bySubject(settingLines(this.settings())));

  private readonly buttons = viewChildren<ElementRef<HTMLButtonElement>>('toggle');
  private readonly injector = inject(Injector);

  constructor() {
    let was: SettingId | null = null;
    effect(() => {
      const opened = this.opened();
      // The form goes: the focus stays where it was opened.
      const closed = opened ? null : was;
      if (closed) untracked(() => this.focusButton(closed));
      was = opened;
    });
  }

  private focusButton(setting: SettingId): void {
    const focus = () =>
      this.buttons()
        .find(({ nativeElement }) => nativeElement.dataset['setting'] === setting)
        ?.nativeElement.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }
}
