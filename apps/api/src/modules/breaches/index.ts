export { BreachesModule } from './breaches.module';
export { BreachedPasswords } from './breached-passwords';
