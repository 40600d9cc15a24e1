import './step';
import '../../../src/cli';
