type Wording = { skill: string; level: number; sentence: string; example: string };

/** A requirement with what its level looks like at work; without such words the requirement alone. `brief` leaves out the examples. */
export function WordingRow({ text, wordings, brief = false }: { text: string; wordings: readonly Wording[]; brief?: boolean }) {
  return (
    <>
      <p><strong>{text}</strong></p>
      {wordings.map(({ skill, level, sentence, example }) => (
        <div key={`${skill} ${level}`}>
          {sentence && <p>{wordings.length > 1 && `${skill}: `}{sentence}</p>}
          {!brief && example && <p className="muted small">For example: {example}</p>}
        </div>
      ))}
    </>
  );
}
