import { bridgeOpeningDrawings } from './bridge-opening';
import { budgetDrawings } from './budget-chart';
import { canalDrawings } from './canal';
import { clinicDrawings } from './clinic';
import { countrysideDrawings } from './countryside';
import { economyDrawings } from './economy-charts';
import { factoryDrawings } from './factory';
import { gardenDrawings } from './garden';
import { harbourDrawings } from './harbour';
import { kilnDrawings } from './kiln';
import { libraryDrawings } from './library';
import { mapDrawings } from './maps';
import { marathonDrawings } from './marathon';
import { marketDrawings } from './market';
import { oldStreetDrawings } from './old-street';
import { operaDrawings } from './opera';
import { riverDrawings } from './river';
import { schoolDrawings } from './school';
import { skylineDrawings } from './skyline';
import { transportDrawings } from './transport';
import { waterDrawings } from './water-chart';
import { wetlandDrawings } from './wetland';
import type { DemoPictureDrawing } from './drawing';

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
  ...wetlandDrawings,
  ...oldStreetDrawings,
  ...marketDrawings,
  ...canalDrawings,
  ...skylineDrawings,
  ...bridgeOpeningDrawings,
  ...marathonDrawings,
  ...kilnDrawings,
  ...operaDrawings,
  ...libraryDrawings,
  ...clinicDrawings,
  ...schoolDrawings,
  ...gardenDrawings,
  ...harbourDrawings,
  ...factoryDrawings,
  ...economyDrawings,
  ...waterDrawings,
  ...budgetDrawings,
  ...countrysideDrawings,
  ...mapDrawings,
  ...transportDrawings,
};
