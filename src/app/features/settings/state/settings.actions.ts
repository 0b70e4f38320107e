import { createActionGroup, emptyProps, props } from '@ngrx/store';
import type { Problem } from '#domain/problem.contract';
import type { SettingId } from '#domain/settings/setting';
import type {
  NewSettingValue,
  SettingEntry,
  SettingPreview,
  Settings,
  SupposedValue,
} from '#domain/settings/settings.contract';

export const SettingsPageActions = createActionGroup({
  source: 'Settings Page',
  events: {
    Opened: emptyProps(),
    'Retry Clicked': emptyProps(),
    'Line Opened': props<{ setting: SettingId }>(),
    'Line Closed': emptyProps(),
    /** `null`: what stands in the form cannot be set, so that there is nothing to try out. */
    'Value Supposed': props<{ supposed: SupposedValue | null }>(),
    'Save Clicked': props<{ value: NewSettingValue }>(),
    'Withdraw Clicked': props<{ entry: SettingEntry }>(),
    'Undo Time Passed': emptyProps(),
  },
});

export const SettingsApiActions = createActionGroup({
  source: 'Settings API',
  events: {
    'Load Succeeded': props<{ settings: Settings }>(),
    'Load Failed': props<{ problem: Problem }>(),
    'Refetch Succeeded': props<{ settings: Settings }>(),
    'Refetch Failed': props<{ problem: Problem }>(),
    'Preview Succeeded': props<{ preview: SettingPreview }>(),
    'Preview Failed': props<{ problem: Problem }>(),
    'Save Succeeded': props<{ entry: SettingEntry }>(),
    'Save Failed': props<{ problem: Problem }>(),
    'Withdraw Succeeded': props<{ entry: SettingEntry }>(),
    'Withdraw Failed': props<{ problem: Problem }>(),
  },
});
