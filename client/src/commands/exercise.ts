import { commands, Disposable, type ExtensionContext, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXERCISE, fillExercise, openExercise } from '../views/exercise.ts';

/** Registers the command that opens the exercise, and what brings an open one back after a restart. */
export function registerExercise(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('statusLens.exercise', () => openExercise(context, client)),
    window.registerWebviewPanelSerializer(EXERCISE, {
      deserializeWebviewPanel: async (panel) => fillExercise(panel, context, client),
    }),
  );
}
