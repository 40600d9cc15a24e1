export { KeysModule } from './keys.module';
export { KeyBook } from './key-book.service';
