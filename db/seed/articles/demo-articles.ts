import { cityCommunityArticles } from './city-community';
import { cityLivelihoodArticles } from './city-livelihood';
import { cityObservationArticles } from './city-observation';
import { cityTransportArticles } from './city-transport';
import { cultureArticles } from './culture';
import type { DemoArticle } from './demo-article';
import { economyCountrysideArticles } from './economy-countryside';
import { economyIndustryArticles } from './economy-industry';
import { educationArticles } from './education';
import { healthArticles } from './health';
import { newsCivicArticles } from './news-civic';
import { newsHeadlinesArticles } from './news-headlines';
import { newsLeadArticles } from './news-lead';
import { sportsArticles } from './sports';
import { townExpressArticles } from './town-express';
import { townRiversArticles } from './town-rivers';
import { townStoriesArticles } from './town-stories';

/** The demo newsroom's whole archive. */
export const demoArticles: DemoArticle[] = [
  ...newsLeadArticles,
  ...newsCivicArticles,
  ...newsHeadlinesArticles,
  ...cityLivelihoodArticles,
  ...cityTransportArticles,
  ...cityCommunityArticles,
  ...economyIndustryArticles,
  ...economyCountrysideArticles,
  ...cultureArticles,
  ...educationArticles,
  ...healthArticles,
  ...sportsArticles,
  ...cityObservationArticles,
  ...townExpressArticles,
  ...townStoriesArticles,
  ...townRiversArticles,
];
