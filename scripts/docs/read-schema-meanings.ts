import ts from 'typescript';

/** What the doc comments of auditor/store/schema.ts say of a table. */
export type TableMeaning = { readonly meaning: string; readonly columns: ReadonlyMap<string, string> };

/**
 * Reads the tables of `StoreSchema` and the doc comment of each and of its columns, on one line; '' where there is none.
 *
 * Throws: Error when the text has no `StoreSchema`, or a table without a type of its own.
 */
export function readSchemaMeanings(source: string): ReadonlyMap<string, TableMeaning> {
  const file = ts.createSourceFile('schema.ts', source, ts.ScriptTarget.Latest, true);
  const types = new Map(
    file.statements.filter(ts.isTypeAliasDeclaration).map((type) => [type.name.text, type]),
  );
  return new Map(
    listMembers(types.get('StoreSchema')).map((member) => {
      const type = types.get(member.type?.getText(file) ?? '');
      const columns = listMembers(type).map(
        (column) => [column.name.getText(file), toMeaning(column)] as const,
      );
      return [member.name.getText(file), { meaning: toMeaning(type), columns: new Map(columns) }];
    }),
  );
}

function listMembers(type: ts.TypeAliasDeclaration | undefined): readonly ts.PropertySignature[] {
  if (type === undefined || !ts.isTypeLiteralNode(type.type))
    throw new Error('a type literal is missing in schema.ts');
  return type.type.members.filter(ts.isPropertySignature);
}

function toMeaning(node: ts.Node | undefined): string {
  const comments = node === undefined ? [] : ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return comments
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}
