export * from './answers.ts';
export * from './definition.ts';
export { emptyAnswers } from './empty-answers.ts';
export { formFor, hasForm, measureOf, reasonOf } from './form-for.ts';
