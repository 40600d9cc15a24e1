export * from './ip';
export * from './cidr';
export * from './mac';
export * from './user-agent';
