'use server';

import { answerVerb } from '@/app/(desk)/desk/answer-verb';
import { retryDelivery, retryForm } from '@/features/outbox/retry-delivery';
import {
  addWebhook,
  removeWebhook,
  removeWebhookForm,
  webhookForm,
} from '@/features/settings/change-webhooks';

export async function retryAction(input: unknown) {
  return answerVerb(retryForm, input, retryDelivery);
}

export async function addWebhookAction(input: unknown) {
  return answerVerb(webhookForm, input, addWebhook);
}

export async function removeWebhookAction(input: unknown) {
  return answerVerb(removeWebhookForm, input, removeWebhook);
}
