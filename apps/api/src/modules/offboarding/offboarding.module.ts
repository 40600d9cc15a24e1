import { Module } from '@nestjs/common';
import { AccessModule } from '../access';
import { ApiKeysModule } from '../api-keys';
import { AuthModule } from '../auth';
import { SsoModule } from '../sso';
import { OffboardingController } from './offboarding.controller';
import { OffboardingEndings } from './offboarding-endings';
import { OffboardingResolver } from './offboarding.resolver';
import { OffboardingPreview } from './offboarding-preview';
import { Offboardings } from './offboarding.service';
import { RotationList } from './rotation-list';
import { SeenSecrets } from './seen-secrets';

@Module({
  imports: [AccessModule, AuthModule, ApiKeysModule, SsoModule],
  controllers: [OffboardingController],
  providers: [Offboardings, OffboardingResolver, OffboardingPreview, OffboardingEndings, SeenSecrets, RotationList],
})
export class OffboardingModule {}
