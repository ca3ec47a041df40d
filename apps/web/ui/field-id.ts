/** The id of the control that answers one field: links of the error summary lead there. */
export const fieldId = (field: string): string => `champ-${field.replace(/[^A-Za-z0-9]+/g, '-')}`;
export const errorId = (field: string): string => `${fieldId(field)}-erreur`;
export const hintId = (field: string): string => `${fieldId(field)}-aide`;
