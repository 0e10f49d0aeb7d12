// What openapi-sampler makes of body schemas, spread evenly over each document: JSON lines {file, ptr, theirs | error}.
// Standard input: {"files": [[path, how many at most]], "out": path}.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import * as module from 'openapi-sampler';

const sampler = module.default ?? module;
const REFS = 20; // that may lead to one another
const HUGE = 2e6; // characters, beyond which a sample is not judged
const OPTIONS = { skipReadOnly: true, quiet: true };
console.warn = () => {}; // it says there that an allOf cannot be merged

const escaped = (key) => String(key).replace(/~/g, '~0').replace(/\//g, '~1').replace(/%/g, '%25');
const unescaped = (step) => decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~');
const at = (api, ptr) => ptr.split('/').slice(1).reduce((value, step) => value?.[unescaped(step)], api);

/** The value behind references of the same file, and where it stands. */
function follow(api, value, ptr) {
  for (let count = 0; count < REFS && typeof value?.$ref === 'string'; count += 1) {
    if (!value.$ref.startsWith('#')) return [undefined, ptr];
    ptr = value.$ref.slice(1);
    value = at(api, ptr);
  }
  return [value, ptr];
}

/** The pointers to the schemas of an operation's body, JSON if it has several. */
function* bodies(api, operation, base) {
  if (operation.requestBody) {
    const [body, ptr] = follow(api, operation.requestBody, `${base}/requestBody`);
    const types = Object.keys(body?.content ?? {});
    const type = types.find((one) => one.includes('json')) ?? types[0];
    if (type && body.content[type].schema) yield `${ptr}/content/${escaped(type)}/schema`;
  }
  for (const [index, parameter] of Object.entries(Array.isArray(operation.parameters) ? operation.parameters : [])) {
    const [value, ptr] = follow(api, parameter, `${base}/parameters/${index}`);
    if (value?.in === 'body' && value.schema) yield `${ptr}/schema`;
  }
}

/** The pointers to all body schemas of a document, those of the same text once. */
function distinct(api) {
  const found = new Map();
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(item ?? {})) {
      if (!operation || typeof operation !== 'object') continue;
      for (const ptr of bodies(api, operation, `/paths/${escaped(path)}/${method}`)) {
        const text = JSON.stringify(at(api, ptr));
        if (text && !found.has(text)) found.set(text, ptr);
      }
    }
  }
  return [...found.values()];
}

function sampled(api, file, ptr) {
  try {
    const line = JSON.stringify({ file, ptr, theirs: sampler.sample(at(api, ptr), OPTIONS, api) ?? null });
    return line.length > HUGE ? JSON.stringify({ file, ptr, error: `a sample of ${line.length} characters` }) : line;
  } catch (error) {
    return JSON.stringify({ file, ptr, error: String(error.message).slice(0, 200) });
  }
}

const { files, out } = JSON.parse(readFileSync(0, 'utf8'));
const sink = openSync(out, 'w');
for (const [file, most] of files) {
  const api = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  if (!api.paths) continue;
  const all = distinct(api);
  const count = Math.min(most, all.length);
  for (let index = 0; index < count; index += 1) {
    writeSync(sink, `${sampled(api, file, all[Math.floor((index * all.length) / count)])}\n`);
  }
}
closeSync(sink);
