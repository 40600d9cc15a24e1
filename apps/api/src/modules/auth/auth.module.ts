import { Global, Module } from '@nestjs/common';
import { declareAfterRestore, declareOnLeaving, registerMigrations } from '../../platform/database';
import { SESSION_STRATEGY } from '../../platform/http';
import { ACTOR_READER } from '../../platform/jobs';
import { partsOf } from '../../platform/resource';
import { AccessModule } from '../access';
import { BreachesModule } from '../breaches';
import { MailModule } from '../mail';
import { OrgsModule } from '../orgs';
import { AccountController } from './account/account.controller';
import { AccountFactors } from './account/account-factors';
import { SessionEnding } from './account/session-ending';
import { Account } from './account/account.service';
import { EmailChangeBook } from './email-change/email-change-book';
import { EmailChangeController } from './email-change/email-change.controller';
import { EmailChangeLetters } from './email-change/email-change-letters';
import { EmailChangeLinks } from './email-change/email-change-links';
import { EmailChangeRules } from './email-change/email-change-rules';
import { EmailChanges } from './email-change/email-changes';
import { EmailMove } from './email-change/email-move';
import { SecondFactors } from './factors/second-factors';
import { AccountDoors } from './links/account-doors';
import { Invitations } from './links/invitations';
import { Invitees } from './links/invitees';
import { LinkHandovers } from './links/link-handovers';
import { LinksController } from './links/links.controller';
import { InvitationBook } from './invitations/invitation-book';
import { OpenInvitationController } from './invitations/open-invitation.controller';
import { OpenInvitationResolver } from './invitations/open-invitation.resolver';
import { OpenInvitations } from './invitations/open-invitations';
import { ResetRequests } from './links/reset-requests';
import { SignInLinks } from './links/sign-in-links';
import { AuthTables } from './migrations/1763700003000-auth';
import { SignInCounters } from './migrations/1764900100000-sign-in-counters';
import { SignInCountryTable } from './migrations/1765700200000-sign-in-countries';
import { OpenInvitationTables } from './migrations/1765700000000-open-invitations';
import { PasskeyTables } from './migrations/1764900000000-passkeys';
import { SignInPressureTables } from './migrations/1765706000000-sign-in-pressure';
import { EmailChangeTable } from './migrations/1766400020000-email-changes';
import { PasskeyAsking } from './passkeys/passkey-asking';
import { PasskeyChallenges } from './passkeys/passkey-challenges';
import { PasskeyController } from './passkeys/passkey.controller';
import { PasskeyEnrolment } from './passkeys/passkey-enrolment';
import { PasskeyProofs } from './passkeys/passkey-proofs';
import { PasskeyResolver } from './passkeys/passkey.resolver';
import { PasskeySignIn } from './passkeys/passkey-sign-in';
import { PasskeyStore } from './passkeys/passkey-store';
import { Passkeys } from './passkeys/passkeys.service';
import { RelyingParty } from './passkeys/relying-party';
import { AttackBook } from './pressure/attack-book';
import { AttackWatch } from './pressure/attack-watch';
import { WatchAttacks } from './pressure/attack-watch.job';
import { Doorstep } from './pressure/doorstep';
import { PressureView } from './pressure/pressure-view';
import { SignInPressure } from './pressure/sign-in-pressure';
import { SignInPressureController } from './pressure/sign-in-pressure.controller';
import { SignInPressureResolver } from './pressure/sign-in-pressure.resolver';
import { SpentChallenges } from './pressure/spent-challenges';
import { WorkChallenges } from './pressure/work-challenges';
import { PasswordHash } from './passwords/password-hash';
import { Passwords } from './passwords/passwords';
import { AccessToken } from './sessions/access-token';
import { SessionKeeper } from './sessions/session-keeper';
import { SessionStore } from './sessions/session-store';
import { HouseSessionStrategy } from './sessions/session-strategy';
import { Sessions } from './sessions/sessions';
import { UserReader } from './sessions/user-reader';
import { FirstOrganisation } from './setup/first-organisation';
import { SetupController } from './setup/setup.controller';
import { Setup } from './setup/setup.service';
import { CountryArrivals } from './sign-in/country-arrivals';
import { DeviceArrivals } from './sign-in/device-arrivals';
import { Entrance } from './sign-in/entrance';
import { KnownDevices } from './sign-in/known-devices';
import { MfaDemand } from './sign-in/mfa-demand';
import { FirstStep } from './sign-in/first-step';
import { PasswordPlaces } from './sign-in/password-places';
import { PlaceTrials } from './sign-in/place-trials';
import { SignInController } from './sign-in/sign-in.controller';
import { ProgramSignIn } from './sign-in/program-sign-in';
import { Proofs } from './sign-in/proofs';
import { SecondStep } from './sign-in/second-step';
import { SignInFlow } from './sign-in/sign-in.flow';
import { SignIn } from './sign-in/sign-in.service';
import { SignInPeople } from './sign-in/sign-in-people';
import { SignInTrail } from './sign-in/sign-in-trail';
import { SignInSettings } from './sign-in/sign-in-settings';
import { Slowdown } from './sign-in/slowdown';
import { Totp } from './totp/totp';
import { SelfGrants } from './users/self-grant.service';
import { SignInRulesService } from './users/sign-in-rules.service';
import { UserAdminController } from './users/user-admin.controller';
import { LostFactors } from './users/lost-factors';
import { SignInCounterBook } from './counters/sign-in-counter-book';
import { SignInCounterController } from './counters/sign-in-counter.controller';
import { SignInCounterResolver } from './counters/sign-in-counter.resolver';
import { userResource } from './users/user.resource';
import { UserService } from './users/user.service';

registerMigrations(
  AuthTables,
  PasskeyTables,
  SignInCounters,
  OpenInvitationTables,
  SignInCountryTable,
  SignInPressureTables,
  EmailChangeTable,
);
// Nobody is signed in to an older state, no link of it works, and no code that was used since works once more.
declareAfterRestore(
  'UPDATE session SET revoked_at = COALESCE(revoked_at, UTC_TIMESTAMP(6))',
  'DELETE FROM refresh_token',
  'UPDATE sign_in_link SET used_at = COALESCE(used_at, UTC_TIMESTAMP(6))',
  'DELETE FROM email_change',
  'UPDATE user_totp SET last_step = GREATEST(last_step, FLOOR(UNIX_TIMESTAMP() / 30) + 1)',
  'UPDATE user_account SET authz_epoch = authz_epoch + 1000',
);
declareOnLeaving('DELETE FROM email_change WHERE user_id = ?');
const users = partsOf({ resource: userResource, service: UserService });

const PROOF = [
  PasswordHash,
  Passwords,
  Totp,
  Slowdown,
  KnownDevices,
  CountryArrivals,
  DeviceArrivals,
  MfaDemand,
  PasswordPlaces,
  PlaceTrials,
  FirstStep,
  SignInPeople,
  SignInSettings,
  SignIn,
  SignInTrail,
  Entrance,
  SignInFlow,
  Proofs,
  SecondStep,
  ProgramSignIn,
];
const PRESSURE = [
  SignInPressure,
  SignInPressureResolver,
  AttackBook,
  AttackWatch,
  WatchAttacks,
  SpentChallenges,
  WorkChallenges,
  Doorstep,
  PressureView,
];
const PASSKEYS = [
  RelyingParty,
  PasskeyChallenges,
  PasskeyStore,
  PasskeyAsking,
  PasskeyProofs,
  PasskeyEnrolment,
  PasskeySignIn,
  Passkeys,
  PasskeyResolver,
  SecondFactors,
];
const EMAIL_CHANGE = [EmailChangeBook, EmailChangeRules, EmailChangeLetters, EmailChanges, EmailMove, EmailChangeLinks];
const SESSIONS = [AccessToken, SessionStore, SessionKeeper, Sessions, HouseSessionStrategy];
const PEOPLE = [
  Account,
  AccountFactors,
  SessionEnding,
  SignInLinks,
  LinkHandovers,
  Invitees,
  Invitations,
  InvitationBook,
  OpenInvitations,
  OpenInvitationResolver,
  AccountDoors,
  ResetRequests,
  LostFactors,
  SelfGrants,
  SignInRulesService,
];

/** Global because every request needs its session strategy. */
@Global()
@Module({
  imports: [AccessModule, BreachesModule, MailModule, OrgsModule],
  controllers: [
    SignInController,
    AccountController,
    EmailChangeController,
    LinksController,
    OpenInvitationController,
    SetupController,
    UserAdminController,
    SignInCounterController,
    SignInPressureController,
    PasskeyController,
    ...users.controllers,
  ],
  providers: [
    ...PROOF,
    ...PRESSURE,
    ...PASSKEYS,
    ...EMAIL_CHANGE,
    ...SESSIONS,
    ...PEOPLE,
    ...users.providers,
    SignInCounterBook,
    SignInCounterResolver,
    Setup,
    FirstOrganisation,
    { provide: SESSION_STRATEGY, useExisting: HouseSessionStrategy },
    { provide: ACTOR_READER, useClass: UserReader },
  ],
  exports: [
    SESSION_STRATEGY,
    ACTOR_READER,
    SignInSettings,
    AccessToken,
    SessionStore,
    Passwords,
    Totp,
    Setup,
    SecondFactors,
    Entrance,
    PasswordPlaces,
  ],
})
export class AuthModule {}
