import type { Api } from '@st0r/api-client';

export type AddressRule = Api<'AddressRule'>;
export type Country = Api<'Country'>;
export type Limit = Api<'Limit'>;
export type SignInCounter = Api<'SignInCounter'>;
export type SignInPressure = Api<'SignInPressure'>;
export type SecurityChart = Api<'SecurityChart'>;
export type CountryRules = Api<'CountryRules'>;

export const CHART = 'security-chart';
export const RULES = 'address-rules';
export const LIMITS = 'limits';
export const COUNTERS = 'sign-in-counters';
export const PRESSURE = 'sign-in-pressure';
export const COUNTRY_RULES = 'perimeter/country-rules';
export const COUNTRIES = 'perimeter/countries';
