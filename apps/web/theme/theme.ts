import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Pine, the only colour of action; white text from step 7. */
const PIN: MantineColorsTuple = [
  '#EFFAF9',
  '#DBF3EF',
  '#B9E3DE',
  '#90CFC8',
  '#68B8B0',
  '#479E96',
  '#29847D',
  '#0C6A64',
  '#03524C',
  '#053A36',
];
const GRAY: MantineColorsTuple = [
  '#FBFAF7',
  '#F6F4F0',
  '#EBE9E4',
  '#DEDCD5',
  '#7B7971',
  '#73716A',
  '#6A6860',
  '#5B5952',
  '#44423B',
  '#2D2B25',
];
const DARK: MantineColorsTuple = [
  '#E5EDEC',
  '#C4CDCC',
  '#A3ADAC',
  '#8C9897',
  '#74807F',
  '#33403F',
  '#152221',
  '#0D1A19',
  '#0A1514',
  '#071211',
];

const controlVars = { '--input-height': 'var(--control)', '--input-fz': 'var(--control-font)' };
const inputStyles = {
  label: { fontWeight: 600, fontSize: 'var(--control-font)', marginBottom: 5, lineHeight: 1.3 },
  description: { fontSize: '0.875rem', color: 'var(--ink3)', marginBottom: 6 },
  error: { fontSize: '0.875rem', fontWeight: 600, marginTop: 6 },
};
const inputDefaults = {
  withAsterisk: false,
  inputWrapperOrder: ['label', 'description', 'error', 'input'] as ('label' | 'description' | 'error' | 'input')[],
};

export const theme = createTheme({
  primaryColor: 'pin',
  primaryShade: 8,
  autoContrast: true,
  luminanceThreshold: 0.3,
  white: '#FFFFFF',
  black: '#16211F',
  colors: { pin: PIN, gray: GRAY, dark: DARK },
  fontFamily: 'var(--font)',
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.3' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.5rem' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '18px' },
  defaultRadius: 'md',
  shadows: { xs: 'var(--shadow-card)', sm: 'var(--shadow-card)', md: 'var(--shadow-float)' },
  headings: {
    fontWeight: '700',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.15' },
      h2: { fontSize: '1.375rem', lineHeight: '1.2' },
      h3: { fontSize: '1.125rem', lineHeight: '1.3' },
    },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { tt: 'none', radius: 'sm', size: 'lg', fw: 600 } },
    Card: { styles: { root: { borderColor: 'var(--line)' } } },
    Button: {
      defaultProps: { fw: 600 },
      vars: () => ({
        root: {
          '--button-height': 'var(--control)',
          '--button-fz': 'var(--control-font)',
          '--button-padding-x': 'calc(var(--control) * 0.36)',
          '--button-radius': 'var(--r-control)',
        },
      }),
      styles: { root: { borderWidth: 1.5 } },
    },
    Input: {
      vars: () => ({ wrapper: { ...controlVars, '--input-radius': 'var(--r-control)', '--input-bd-width': '1.5px' } }),
      styles: { input: { borderWidth: 1.5 } },
    },
    TextInput: { defaultProps: inputDefaults, styles: inputStyles },
    PasswordInput: { defaultProps: inputDefaults, styles: inputStyles },
    Textarea: { defaultProps: inputDefaults, styles: inputStyles },
    NativeSelect: { defaultProps: inputDefaults, styles: inputStyles },
    Autocomplete: { defaultProps: inputDefaults, styles: inputStyles },
    Select: { defaultProps: inputDefaults, styles: inputStyles },
    Modal: { defaultProps: { radius: 'lg', centered: true, overlayProps: { backgroundOpacity: 0.45 } } },
    SegmentedControl: {
      defaultProps: { color: 'pin', autoContrast: true },
      styles: {
        root: {
          background: 'var(--mantine-color-default)',
          border: '1.5px solid var(--mantine-color-default-border)',
        },
      },
    },
  },
});

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#F6F4F0',
    '--mantine-color-text': '#16211F',
    '--mantine-color-dimmed': '#59625F',
    '--mantine-color-placeholder': '#59625F',
    '--mantine-color-default': '#FFFFFF',
    '--mantine-color-default-hover': '#F6F4F0',
    '--mantine-color-default-border': '#7B7971',
    '--mantine-color-anchor': '#0A5F59',
    '--mantine-color-error': '#9B1C31',
    '--mantine-color-pin-light': '#E3F2EF',
    '--mantine-color-pin-light-color': '#03524C',
    '--mantine-color-pin-outline': '#03524C',
    '--mantine-color-gray-light': '#EFEDE7',
    '--mantine-color-gray-light-color': '#414B48',
  },
  dark: {
    '--mantine-color-body': '#0D1A19',
    '--mantine-color-text': '#E5EDEC',
    '--mantine-color-dimmed': '#A3ADAC',
    '--mantine-color-placeholder': '#A3ADAC',
    '--mantine-color-default': '#152221',
    '--mantine-color-default-hover': '#202D2C',
    '--mantine-color-default-border': '#7D8988',
    '--mantine-color-anchor': '#90CFC8',
    '--mantine-color-error': '#FFA9B4',
    '--mantine-color-pin-light': '#173634',
    '--mantine-color-pin-light-color': '#90CFC8',
    '--mantine-color-pin-outline': '#90CFC8',
    '--mantine-color-gray-light': '#0A1514',
    '--mantine-color-gray-light-color': '#C4CDCC',
    '--mantine-color-pin-filled': '#1F7A73',
    '--mantine-color-pin-filled-hover': '#18706A',
  },
});
