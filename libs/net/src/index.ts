export * from './ip';
export * from './cidr';
export * from './mac';
