export { DemoModule } from './demo.module';
export { DemoData } from './demo-data';
