import { defaultsAsRules } from './rules-that-hold.js';

const say = 'A rate is formatted by src/app/ui/figure alone: a percentage never stands without n.';

/** What the dashboard must not do: format a rate outside the figure, carry a contract as a value, go by defaults. */
export const restrictedInDashboard = [
  {
    files: ['src/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [contractAsValue(), percentFormatting(), defaultsAsRules()] },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "Property[key.name='style'] > Literal[value='percent']", message: say },
        { selector: 'TemplateElement[value.raw=/^\\s*%/]', message: say },
        { selector: "BinaryExpression[operator='+'] > Literal[value=/^\\s*%/]", message: say },
        { selector: "BinaryExpression[operator='*'] > Literal[value=100]", message: say },
      ],
    },
  },
  {
    // The page of the settings shows the defaults; a test compares with them.
    files: ['src/app/features/settings/**/*.ts', 'src/**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [contractAsValue(), percentFormatting()] },
      ],
    },
  },
  {
    files: ['src/**/*.html'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'BoundText[value.source=/\\}\\}(\\s|&nbsp;)*%/]', message: say },
        { selector: "Binary[operation='*'] > LiteralPrimitive[value=100]", message: say },
        { selector: "Binary[operation='+'] > LiteralPrimitive[value=/^\\s*%/]", message: say },
      ],
    },
  },
  {
    files: ['src/app/ui/figure/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [contractAsValue()] }],
      'no-restricted-syntax': 'off',
    },
  },
  { files: ['src/app/ui/figure/**/*.html'], rules: { 'no-restricted-syntax': 'off' } },
];

/** A contract's schema is for the server: as a value it would carry TypeBox into the bundle. */
function contractAsValue() {
  return {
    regex: String.raw`^#domain/.*\.contract$`,
    allowTypeImports: true,
    message: 'The dashboard takes only the types of a contract: import type.',
  };
}

function percentFormatting() {
  return {
    group: ['@angular/common'],
    importNames: ['PercentPipe', 'formatPercent', 'CommonModule'],
    message: say,
  };
}
