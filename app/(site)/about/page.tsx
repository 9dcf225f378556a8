import type { Metadata } from 'next';
import { StandingPage, standingPageMetadata } from '@/app/(site)/standing-page';

export function generateMetadata(): Promise<Metadata> {
  return standingPageMetadata('about');
}

export default function AboutPage() {
  return <StandingPage pageKey="about" />;
}
