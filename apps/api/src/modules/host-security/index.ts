export { HostSecurityModule } from './host-security.module';
