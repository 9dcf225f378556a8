import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import type { Problem } from '@/lib/problems';

// A select counts as read-only to CSS, so the tint of read-only boxes names its elements.
const control =
  'w-full min-w-0 rounded-md border border-rule bg-sheet px-2.5 text-ink placeholder:text-muted hover:border-muted aria-invalid:border-accent [&:is(input,textarea):read-only]:bg-tint disabled:opacity-60';

/** The classes of a text box, for controls of other libraries. */
export const inputClass = `${control} h-9`;

type Shared = {
  label: string;
  name: string;
  hint?: ReactNode;
  /** All problems of the form; those of this field are shown below it. */
  problems?: readonly Problem[];
};

function useField({ name, hint, problems = [] }: Shared) {
  const id = useId();
  const message = problems.find((problem) => problem.field === name)?.message;
  const describedBy = [hint && `${id}-hint`, message && `${id}-problem`].filter(Boolean).join(' ');
  return {
    id,
    message,
    attributes: {
      id,
      name,
      'aria-invalid': message === undefined ? undefined : true,
      'aria-describedby': describedBy || undefined,
    },
  };
}

function Frame(props: Shared & { id: string; message: string | undefined; children: ReactNode }) {
  const { id, label, hint, message, children } = props;
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-muted">
          {hint}
        </p>
      )}
      {message && (
        <p id={`${id}-problem`} className="text-[0.8125rem] text-accent">
          {message}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  problems,
  ...rest
}: Shared & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>) {
  const shared = { label, hint, problems, name: rest.name };
  const { id, message, attributes } = useField(shared);
  return (
    <Frame {...shared} id={id} message={message}>
      <input type="text" autoComplete="off" {...rest} {...attributes} className={inputClass} />
    </Frame>
  );
}

export function TextArea({
  label,
  hint,
  problems,
  ...rest
}: Shared & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name'>) {
  const shared = { label, hint, problems, name: rest.name };
  const { id, message, attributes } = useField(shared);
  return (
    <Frame {...shared} id={id} message={message}>
      <textarea rows={3} {...rest} {...attributes} className={`${control} py-1.5 leading-relaxed`} />
    </Frame>
  );
}

export function SelectField({
  label,
  hint,
  problems,
  children,
  ...rest
}: Shared & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name'>) {
  const shared = { label, hint, problems, name: rest.name };
  const { id, message, attributes } = useField(shared);
  return (
    <Frame {...shared} id={id} message={message}>
      <select {...rest} {...attributes} className={inputClass}>
        {children}
      </select>
    </Frame>
  );
}

/** What is wrong and belongs to no field that the form shows. */
export function FormProblems({
  problems,
  shownFields = [],
}: {
  problems: readonly Problem[];
  shownFields?: readonly string[];
}) {
  const rest = problems.filter((problem) => !shownFields.includes(problem.field));
  if (rest.length === 0) return null;
  return (
    <div role="alert" className="rounded-md border border-accent bg-tint px-3 py-2 text-accent">
      {rest.map((problem) => (
        <p key={problem.field + problem.message}>{problem.message}</p>
      ))}
    </div>
  );
}
