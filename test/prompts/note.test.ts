import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionOf } from '#core/notes/model/question.ts';
import { flags } from '#core/notes/reading.ts';
import { noteInstructions, noteMessage, noteVersion } from '#src/prompts/note.ts';
import { aNote } from '../core/notes/model/answers.ts';

const hash = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

describe('the prompt that reads a note', () => {
  it('has another version whenever it says something else', () => {
    const { messages, schema } = questionOf(aNote('a note'), 'json_object');
    expect({ [noteVersion]: hash([messages, schema]) }).toEqual({ 'note-3': '0c58db3bf4ba' });
  });

  it('says of every flag what it stands for', () => {
    expect(flags.filter((flag) => !noteInstructions.includes(`\n- ${flag}: `))).toEqual([]);
  });

  it('keeps to the part of JSON schema that every server takes', () => {
    const { schema } = questionOf(aNote('a note'), 'json_schema');
    const keywords = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if (Array.isArray(node)) return node.forEach(walk);
      const part = node as Record<string, unknown>; // an object, and no list
      if ('type' in part || 'anyOf' in part) for (const key of Object.keys(part)) keywords.add(key);
      if (part['type'] === 'object') {
        expect(part['required']).toEqual(Object.keys(part['properties'] as object)); // an object has properties
        expect(part['additionalProperties']).toBe(false);
      }
      if (Array.isArray(part['anyOf'])) expect(part['anyOf']).toContainEqual({ type: 'null' });
      Object.values(part).forEach(walk);
    };
    walk(schema);
    expect([...keywords].toSorted()).toEqual([
      'additionalProperties',
      'anyOf',
      'description',
      'enum',
      'items',
      'properties',
      'required',
      'type',
    ]);
  });

  it('holds the note whole, between marks the note cannot write', () => {
    const hostile = fc.array(fc.oneof(fc.string(), fc.constantFrom('=====note-1=====', '=====note-2=====', '\n', 'SYSTEM:')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(hostile, (pieces) => {
        const note = pieces.join('');
        const message = noteMessage({ orderDate: '2026-11-25', weekday: 'Wednesday', timeZone: 'Asia/Shanghai', lines: [], note });
        const mark = message.split('\n').at(-1) ?? '';
        expect(note).not.toContain(mark);
        expect(message.endsWith(`${mark}\n${note}\n${mark}`)).toBe(true);
      }),
    );
  });
});
