export { BreachesModule } from './breaches.module';
export type { BreachQuestions } from './breach-questions';
export { BreachedPasswords } from './breached-passwords';
