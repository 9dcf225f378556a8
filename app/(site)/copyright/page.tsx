import type { Metadata } from 'next';
import { StandingPage, standingPageMetadata } from '@/app/(site)/standing-page';

export function generateMetadata(): Promise<Metadata> {
  return standingPageMetadata('copyright');
}

export default function CopyrightPage() {
  return <StandingPage pageKey="copyright" />;
}
