/** What is said of a mistake in the syntax of a JSON text: what is missing or too much, and what to write there. */
import { printParseErrorCode, type ParseError } from 'jsonc-parser';
import { sentence, type Sentence } from '../../../l10n/sentences';
import { displayName } from '../inspect/displayName';

export function jsonMistake({ error, offset, length }: ParseError, text: string): Sentence {
  const found = displayName(text.slice(offset, offset + length));
  const isAtEnd = found === '';
  switch (printParseErrorCode(error)) {
    case 'CommaExpected':
      // Nobody goes on with the bracket of the other kind: the right one was forgotten.
      if (found === '}') return sentence('nn.jsonBracket', { bracket: ']' });
      if (found === ']') return sentence('nn.jsonBracket', { bracket: '}' });
      return sentence('nn.jsonComma', { found });
    case 'CloseBraceExpected':
      return sentence('nn.jsonBracket', { bracket: '}' });
    case 'CloseBracketExpected':
      return sentence('nn.jsonBracket', { bracket: ']' });
    case 'PropertyNameExpected':
      return isAtEnd ? sentence('nn.jsonEndsEarly') : sentence('nn.jsonName', { found });
    case 'ColonExpected':
      return isAtEnd ? sentence('nn.jsonEndsEarly') : sentence('nn.jsonColon', { found });
    case 'ValueExpected':
      return isAtEnd ? sentence('nn.jsonEndsEarly') : sentence('nn.jsonValue', { found });
    case 'EndOfFileExpected':
      return sentence('nn.jsonRest', { found });
    case 'UnexpectedEndOfString':
      return sentence('nn.jsonText');
    case 'UnexpectedEndOfComment':
      return sentence('nn.jsonComment');
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
    case 'InvalidCharacter':
      return sentence('nn.jsonEscape');
    default:
      return sentence('nn.jsonSymbol', { found });
  }
}
