import { renderBody } from '../../server/src/markdown/index';
import {
  holdsForConfiguration,
  holdsForFixAll,
  holdsForFormat,
  holdsForFraming,
  holdsForImport,
  holdsForLineEndings,
  holdsForOrganize,
  holdsForText,
} from './holds';

/** What a text of a target must not break. The fuzzer makes up the text, guided by the code that it reaches. */
const TARGETS: Readonly<Record<string, (text: string, bytes: Buffer) => void | Promise<void>>> = {
  parser: (text) => void renderBody(text),
  service: (text) => holdsForText(text),
  organize: holdsForOrganize,
  format: holdsForFormat,
  configuration: holdsForConfiguration,
  imports: (text) => holdsForImport('## Upcoming Events\n', text),
  'fix all': holdsForFixAll,
  'line endings': holdsForLineEndings,
  framing: (_, bytes) => holdsForFraming(bytes),
};

const target = TARGETS[process.env.TWIR_FUZZ_TARGET ?? 'service']!;

/** What Jazzer.js calls. */
export function fuzz(data: Buffer): void | Promise<void> {
  return target(data.toString('utf8'), data);
}
