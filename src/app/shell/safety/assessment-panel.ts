import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { NewSafetyEntry, RiskLevel, SafetyTask } from '#domain/outreach/safety.contract';
import type { Problem } from '#domain/problem.contract';
import { toProblem } from '../../http/to-problem';
import { ClientName } from '../../ui/client-name/client-name';
import { Icon } from '../../ui/icon/icon';
import { SidePanel } from '../../ui/side-panel/side-panel';
import { SafetyApi } from './safety-api';

const LEVELS: { value: RiskLevel; word: string }[] = [
  { value: 'none', word: 'None found' },
  { value: 'low', word: 'Low' },
  { value: 'moderate', word: 'Moderate' },
  { value: 'high', word: 'High' },
];
const OF_DEATH: { value: RiskLevel; word: string }[] = [
  { value: 'death-confirmed', word: 'Death confirmed' },
  { value: 'not-deceased', word: 'Not deceased' },
];

/** What a clinician found, the risk level and the plan: this, and nothing else, closes a safety task. */
@Component({
  selector: 'app-assessment-panel',
  imports: [ClientName, Icon, MatButton, SidePanel],
  templateUrl: './assessment-panel.html',
  styleUrl: './assessment-panel.css',
})
export class AssessmentPanel {
  private readonly api = inject(SafetyApi);

  readonly task = input.required<SafetyTask>();
  /** When it arose, in words. */
  readonly arose = input.required<string>();
  readonly recorded = output();
  readonly closed = output();

  protected readonly saving = signal(false);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly missing = signal('');
  protected readonly levels = computed(() => (this.task().rule === 'death' ? OF_DEATH : LEVELS));
  /** One for this form, however often it is sent. */
  private readonly id = crypto.randomUUID();

  protected record(form: HTMLFormElement): void {
    const { assessment, riskLevel, plan } = Object.fromEntries(new FormData(form)) as Record<
      string,
      string | undefined
    >;
    const missing = [
      ...(assessment?.trim() ? [] : ['the assessment']),
      ...(riskLevel ? [] : [this.task().rule === 'death' ? 'the finding' : 'the risk level']),
      ...(plan?.trim() ? [] : ['the plan']),
    ];
    this.missing.set(missing.length > 0 ? `Still to be written: ${missing.join(', ')}.` : '');
    this.problem.set(null);
    // Not disabled, or the focus would leave the panel and Esc with it.
    if (!assessment || !riskLevel || !plan || missing.length > 0 || this.saving()) return;
    const { clientId, key } = this.task();
    this.send({
      id: this.id,
      clientId,
      key,
      act: 'assessed',
      assessment,
      riskLevel: riskLevel as RiskLevel,
      plan,
    });
  }

  private send(entry: NewSafetyEntry): void {
    this.saving.set(true);
    this.api.add(entry).subscribe({
      next: () => this.recorded.emit(),
      error: (error: unknown) => {
        this.saving.set(false);
        this.problem.set(toProblem(error));
      },
    });
  }
}
