export { MethodsModule } from './methods.module';
