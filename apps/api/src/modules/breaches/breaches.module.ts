import { Module } from '@nestjs/common';
import { BreachedPasswords } from './breached-passwords';

@Module({ providers: [BreachedPasswords], exports: [BreachedPasswords] })
export class BreachesModule {}
