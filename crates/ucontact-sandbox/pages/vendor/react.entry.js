// What the demo's React page needs of React and React DOM, gathered in one module.
export {
  createElement, Fragment, memo, useCallback, useDeferredValue, useEffect, useMemo, useReducer, useRef, useState, version,
} from "react";
export { createRoot } from "react-dom/client";
