export { Metrics, type GaugeWords, type Look, type Reading } from './metrics';
export { MetricsServer } from './metrics-server';
