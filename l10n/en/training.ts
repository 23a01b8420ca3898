export const training = {
  'training.title': 'TinyML Training',
} as const;
