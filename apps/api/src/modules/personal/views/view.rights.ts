import { Injectable } from '@nestjs/common';
import { Policy } from '../../../platform/authorize';
import { RequestContext, organisationsWith } from '../../../platform/context';
import { Forbidden, NotFound } from '../../../platform/errors';

/** Whose a view is. */
export interface Owned {
  userId: string;
  organisationId: string | null;
  shared: boolean;
}

/** Who sees a view, and who may change it. */
@Injectable()
export class ViewRights {
  constructor(
    private readonly context: RequestContext,
    private readonly policy: Policy,
  ) {}

  /** Organisations whose teams the actor is in. */
  get teams(): readonly string[] {
    return organisationsWith(this.context.actor, 'member.read');
  }

  sees({ userId, organisationId, shared }: Owned): boolean {
    if (userId === this.context.actor.id) return true;
    return shared && this.inTeam(organisationId);
  }

  mayChange(view: Owned): boolean {
    return view.userId === this.context.actor.id || (view.shared && this.leads(view.organisationId));
  }

  /** A view names an organisation only where its owner has a role. */
  requireRole(organisationId: string | null): void {
    if (organisationId && !this.context.actor.grants.has(organisationId)) throw new NotFound('organisation');
  }

  /** Sharing puts a name into the menus of others: for members of that team only. */
  requireTeam(organisationId: string | null): void {
    if (!this.inTeam(organisationId))
      throw new Forbidden('view.no_team', { detail: 'Only members of the team share a view with it.' });
  }

  /** What opens first for everybody is decided by those who run the organisation, or the installation. */
  requireLead(organisationId: string | null): void {
    if (this.leads(organisationId)) return;
    throw new Forbidden('view.no_lead', {
      detail: 'Which view opens first for the team is decided by those who may change the organisation.',
    });
  }

  private inTeam(organisationId: string | null): boolean {
    if (organisationId) return this.policy.allows('member.read', organisationId);
    return this.teams.length > 0 || this.policy.administers;
  }

  private leads(organisationId: string | null): boolean {
    return organisationId ? this.policy.allows('org.update', organisationId) : this.policy.administers;
  }
}
