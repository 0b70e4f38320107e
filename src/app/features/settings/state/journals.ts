import { inject } from '@angular/core';
import type { NewSiteClosure, SiteClosures } from '#domain/settings/closure.contract';
import type { NewOnCallSpan, OnCall } from '#domain/settings/on-call.contract';
import { ClosuresApi } from '../api/closures-api';
import { OnCallApi } from '../api/on-call-api';
import { Journal } from './journal';

export const closuresJournal = () => new Journal<SiteClosures, NewSiteClosure>(inject(ClosuresApi));

export const onCallJournal = () => new Journal<OnCall, NewOnCallSpan>(inject(OnCallApi));
