import { Global, Module } from '@nestjs/common';
import { PERIMETER_DOOR } from '../../platform/authorize';
import { registerMigrations } from '../../platform/database';
import { partsOf } from '../../platform/resource';
import { addressRuleResource } from './addresses/address-rule.resource';
import { AddressRuleService } from './addresses/address-rule.service';
import { AddressRules } from './addresses/address-rules';
import { AddressBanController } from './bans/address-ban.controller';
import { addressBanResource } from './bans/address-ban.resource';
import { BanBook } from './bans/ban-book';
import { BanLifting } from './bans/ban-lifting';
import { BanListener } from './bans/ban-listener';
import { UnbanHelper } from './bans/unban-helper';
import { CountryController } from './countries/country.controller';
import { CountryDatabase } from './countries/country-database';
import { CountryResolver } from './countries/country.resolver';
import { CountryService } from './countries/country.service';
import { CountryView } from './countries/country-view';
import { CountrySettings } from './countries/country-settings';
import { CountryShelf } from './countries/country-shelf';
import { Gatekeeper } from './entering/gatekeeper';
import { OwnWay } from './entering/own-way';
import { PerimeterTally } from './entering/perimeter-tally';
import { RefusalTrail } from './entering/refusal-trail';
import { Verdicts } from './entering/verdicts';
import { LimitBook } from './limits/limit-book.service';
import { LimitController } from './limits/limit.controller';
import { LimitResolver } from './limits/limit.resolver';
import { ForgetLimits } from './forget-limits.job';
import { AddressBans } from './migrations/1765100100000-address-bans';
import { CountryFile } from './migrations/1765705100000-country-file';
import { Perimeter } from './migrations/1765100000000-perimeter';

registerMigrations(Perimeter, AddressBans, CountryFile);
const parts = partsOf({ resource: addressRuleResource, service: AddressRuleService }, addressBanResource);

const COUNTRIES = [CountrySettings, CountryDatabase, CountryShelf, CountryService, CountryView, CountryResolver];
const BANS = [BanBook, BanListener, BanLifting, UnbanHelper];
const ENTERING = [AddressRules, Verdicts, OwnWay, PerimeterTally, RefusalTrail];
const LIMITS = [LimitBook, LimitResolver, ForgetLimits];

/** Global because the guard asks its door on every request. */
@Global()
@Module({
  controllers: [CountryController, AddressBanController, LimitController, ...parts.controllers],
  providers: [
    ...COUNTRIES,
    ...ENTERING,
    ...BANS,
    ...LIMITS,
    Gatekeeper,
    { provide: PERIMETER_DOOR, useExisting: Gatekeeper },
    ...parts.providers,
  ],
  exports: [PERIMETER_DOOR],
})
export class PerimeterModule {}
