import { chartDrawings } from './charts';
import { countrysideDrawings } from './countryside';
import { craftDrawings } from './crafts';
import type { DemoPictureDrawing } from './drawing';
import { indoorDrawings } from './indoors';
import { mapDrawings } from './maps';
import { neighbourhoodDrawings } from './neighbourhood';
import { riverDrawings } from './river';
import { streetDrawings } from './streets';
import { transportDrawings } from './transport';
import { waterfrontDrawings } from './waterfront';
import { worksDrawings } from './works';

/** Keys of the pictures drawn for the demo newsroom. */
export const demoPictureKeys = [
  'river-dawn',
  'skyline-night',
  'lake-autumn',
  'old-street-rain',
  'metro-map',
  'bridge-opening',
  'market-morning',
  'terraced-fields',
  'tea-hills',
  'school-yard',
  'library-reading',
  'hospital-clinic',
  'opera-stage',
  'kiln-pottery',
  'harbour-containers',
  'factory-line',
  'energy-chart',
  'rainfall-map',
  'employment-chart',
  'marathon-river',
  'wetland-birds',
  'community-garden',
  'bus-electric',
  'town-canal',
  'water-quality-chart',
  'budget-chart',
] as const;

export type DemoPictureKey = (typeof demoPictureKeys)[number];

/** The newsroom's own drawings stand in for photographs, so that the demo brings no foreign pictures along. */
export const demoPictures: Record<DemoPictureKey, DemoPictureDrawing> = {
  ...riverDrawings,
  ...waterfrontDrawings,
  ...streetDrawings,
  ...countrysideDrawings,
  ...neighbourhoodDrawings,
  ...transportDrawings,
  ...indoorDrawings,
  ...craftDrawings,
  ...worksDrawings,
  ...mapDrawings,
  ...chartDrawings,
};
