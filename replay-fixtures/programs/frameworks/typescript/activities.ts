/** Tools that run as activities. */
export const activities = {
  getWeather: async ({ city }: { readonly city: string }) => ({ city, degrees: 21, sky: 'clear' }),
  getForecast: async ({ city, days = 3 }: { readonly city: string; readonly days?: number }) =>
    `${days} dry days in ${city}`,
  readWeather: async ({ city }: { readonly city: string }) => `21 degrees in ${city}`,
};
export type Activities = typeof activities;
