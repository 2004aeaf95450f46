import { z } from 'zod';
import { SaveAppointment } from '#app/features/history/input.server.ts';
import { ChooseForm, OfferForm } from '#app/features/recruiting/input.server.ts';
import { ChooseRolesForm, GoOnForm, NotNowForm, PassForm, RateForm } from '#app/features/welcome/input.server.ts';

/** All that the steps of a first visit send; what suits somebody comes with what they want next. */
export const StepForm = z.discriminatedUnion('intent', [
  GoOnForm, NotNowForm, SaveAppointment, RateForm, PassForm, ChooseRolesForm, ChooseForm, OfferForm.extend({ wish: z.enum(['move', 'stay', 'unsure']).optional() }),
]);
export type StepForm = z.output<typeof StepForm>;
