import type { Metadata } from 'next';
import { StandingPage, standingPageMetadata } from '@/app/(site)/standing-page';

export function generateMetadata(): Promise<Metadata> {
  return standingPageMetadata('contact');
}

export default function ContactPage() {
  return <StandingPage pageKey="contact" />;
}
