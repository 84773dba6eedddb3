import { conforms } from '#test/adapters/platforms/conformance.ts';
import { setSlackStage } from './stage.ts';

conforms('Slack by HTTP', (sink) => setSlackStage('http', sink));
conforms('Slack by Socket Mode', (sink) => setSlackStage('socket', sink));
