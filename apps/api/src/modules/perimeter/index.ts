export { PerimeterModule } from './perimeter.module';
