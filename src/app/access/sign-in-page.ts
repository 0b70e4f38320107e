import { Component, computed, inject, input, type OnDestroy } from '@angular/core';
import { Store } from '@ngrx/store';
import type { Persona } from '#domain/access/access.contract';
import { Icon } from '../ui/icon/icon';
import { SignInPageActions } from './state/access.actions';
import { accessFeature } from './state/access.feature';

const ROLES: Record<Persona, string> = {
  counselor: 'Counselor',
  supervisor: 'Clinical supervisor',
  director: 'Program director',
  peer: 'Peer specialist',
  aftercare: 'Aftercare coordinator',
  admin: 'Administrator',
};

/** Who are you? In the demo, one of a few personas; before the first clients, how far it is. */
@Component({
  selector: 'app-sign-in-page',
  imports: [Icon],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.css',
})
export class SignInPage implements OnDestroy {
  private readonly store = inject(Store);

  /** Where to go afterwards, from the query string. */
  readonly to = input<string>();

  protected readonly roles = ROLES;
  protected readonly personas = computed(() => this.options()?.personas ?? []);
  protected readonly notice = this.store.selectSignal(accessFeature.selectNotice);
  protected readonly problem = this.store.selectSignal(accessFeature.selectProblem);
  protected readonly signingIn = this.store.selectSignal(accessFeature.selectSigningIn);
  protected readonly progress = computed(
    () => this.health()?.sync?.message ?? 'Waiting for the first clients.',
  );

  private readonly options = this.store.selectSignal(accessFeature.selectOptions);
  private readonly health = this.store.selectSignal(accessFeature.selectHealth);

  constructor() {
    this.store.dispatch(SignInPageActions.opened());
  }

  ngOnDestroy(): void {
    this.store.dispatch(SignInPageActions.left());
  }

  protected choose(persona: Persona): void {
    this.store.dispatch(SignInPageActions.personaChosen({ persona, goTo: this.to() ?? '/' }));
  }
}
