import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import { RequestAnswersDto, SendRequestDto } from '#intake';
import { exampleAnswers } from '#forms';
import { GiveAnswerDto } from '#reports';
import { InvalidInput } from './error.filter.ts';
import { validationPipe } from './validation.pipe.ts';

const pipe = validationPipe();
const check = (body: unknown) => pipe.transform(body, { type: 'body', metatype: SendRequestDto });
const errorsOf = (change: object) =>
  check({ answers: { ...exampleAnswers(), ...change } }).then(
    () => [],
    (error: InvalidInput) => error.errors.map(({ field, code }) => `${field} ${code}`),
  );

describe('the shape of a request on the wire', () => {
  test('the example of the form passes, as an instance of its class', async () => {
    const checked: SendRequestDto = await check({ answers: exampleAnswers() });
    expect(checked.answers).toBeInstanceOf(RequestAnswersDto);
    expect(JSON.parse(JSON.stringify(checked.answers))).toEqual(exampleAnswers());
  });

  test.each<[string, object]>([
    ['answers.surprise unknown_field', { surprise: 1 }],
    ['answers.patient.nickname unknown_field', { patient: { ...exampleAnswers().patient, nickname: 'x' } }],
    ['answers.question too_long', { question: 'x'.repeat(2001) }],
    ['answers.patient isDefined', { patient: null }],
    ['answers.ecg isDefined', { ecg: undefined }],
    ['answers.ecg isObject', { ecg: [] }],
    ['answers.measures isObject', { measures: [[]] }],
    ['answers.redFlags guichet:finding-states', { redFlags: { 'Not an id': 'present' } }],
    ['answers.redFlags guichet:finding-states', { redFlags: [] }],
    ['answers.findings guichet:finding-states', { findings: { leg_oedema: 'maybe' } }],
    ['answers.declaredClass isIn', { declaredClass: 'P5' }],
    ['answers.nyha isInt', { nyha: 2.5 }],
    ['answers.measures.0.at matches', { measures: [{ name: 'bp', value: '12/8', unit: 'mmHg', at: '23/11/2026' }] }],
    ['answers.organisationId isUuid', { organisationId: 'the second' }],
  ])('refused, and said why: %s', async (expected, change) => {
    expect(await errorsOf(change)).toEqual([expected]);
  });

  test.each([{}, { answer: null }, { answer: [] }])('an answer that is no answer is never signed: %j', async (body) => {
    const order = pipe.transform({ version: 1, ...body }, { type: 'body', metatype: GiveAnswerDto });
    await expect(order).rejects.toBeInstanceOf(InvalidInput);
  });

  test('a body of thousands of wrong fields gets a short answer', async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`field${index}`, 1]));
    expect(await errorsOf(many)).toHaveLength(100);
  });

  test('no English sentence of a library reaches a person', async () => {
    const error = await check({
      answers: { ...exampleAnswers(), nyha: 'x', question: 3, patient: { birthName: 1 } },
    }).catch((cause: InvalidInput) => cause);
    expect(error).toBeInstanceOf(InvalidInput);
    for (const { message } of (error as InvalidInput).errors) expect(message).not.toMatch(/ must | should |property /);
  });
});
