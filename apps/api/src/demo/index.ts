export { DemoData, DemoModule } from './demo.module';
