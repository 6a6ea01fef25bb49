// What Stet says beyond the protocol, as the server listens for it; protocol.ts says what each means.

import { NotificationType, RequestType } from 'vscode-languageserver';
import type {
  CaretMethod,
  CaretParams,
  CheckWorkspaceMethod,
  CheckWorkspaceParams,
  CheckWorkspaceResult,
  CitationMethod,
  CitationParams,
  CitationResult,
  ExplainMethod,
  ExplainParams,
  ExplainResult,
  FiguresMethod,
  FiguresParams,
  FiguresResult,
  PauseMethod,
  PauseParams,
  RecordFactMethod,
  RecordFactParams,
  RecordFactResult,
} from './protocol.ts';

const checkWorkspaceMethod: CheckWorkspaceMethod = 'stet/checkWorkspace';
export const checkWorkspace = new RequestType<CheckWorkspaceParams, CheckWorkspaceResult, void>(
  checkWorkspaceMethod,
);

const recordFactMethod: RecordFactMethod = 'stet/recordFact';
export const recordFact = new RequestType<RecordFactParams, RecordFactResult, void>(
  recordFactMethod,
);

const explainMethod: ExplainMethod = 'stet/explain';
export const explain = new RequestType<ExplainParams, ExplainResult, void>(explainMethod);

const citationMethod: CitationMethod = 'stet/citation';
export const citation = new RequestType<CitationParams, CitationResult, void>(citationMethod);

const figuresMethod: FiguresMethod = 'stet/figures';
export const figures = new RequestType<FiguresParams, FiguresResult, void>(figuresMethod);

const caretMethod: CaretMethod = 'stet/caret';
export const caret = new NotificationType<CaretParams>(caretMethod);

const pauseMethod: PauseMethod = 'stet/pause';
export const pause = new NotificationType<PauseParams>(pauseMethod);
